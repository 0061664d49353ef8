/* global document, getComputedStyle */
'use strict'
// What a careful reader would complain about in a page. Each function runs inside of the page: nothing from outside of
// it is there. Each returns what is wrong.

/** Figures without a size; texts that leave their figure or are written over each other. */
exports.troubleWithFigures = function () {
  const troubles = []
  function lookAt(svg) {
    const frame = svg.getBoundingClientRect()
    if (frame.width < 300 || frame.height < 80) troubles.push(`no size: ${svg.id}`)
    const texts = [...svg.querySelectorAll('text')]
      .filter(({ textContent }) => textContent !== '')
      .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
    texts.forEach(({ text, box }, index) => {
      const isInside = box.left >= frame.left - 1 && box.right <= frame.right + 1
      if (!isInside || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
        troubles.push(`outside of its figure: ${text}`)
      for (const { text: other, box: next } of texts.slice(index + 1)) {
        const width = Math.min(box.right, next.right) - Math.max(box.left, next.left)
        const height = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top)
        // boxes are higher than letters
        if (width > 1 && height > 4) troubles.push(`over each other: ${text} / ${other}`)
      }
    })
  }
  document.querySelectorAll('svg').forEach(lookAt)
  return troubles
}

/** Figures and tables of which a part is seen only by scrolling. */
exports.troubleWithScrolling = function () {
  return [...document.querySelectorAll('.scroll')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ scrollWidth, textContent }) => `scrolled: ${scrollWidth}, ${textContent.trim()}`)
}

/** What is wider than the place it has; figures and tables may be scrolled, and are not looked at, but for captions. */
exports.troubleWithWidths = function () {
  const { scrollWidth, clientWidth } = document.documentElement
  const page = scrollWidth > clientWidth ? [`the page: ${scrollWidth} on ${clientWidth}`] : []
  const parts = [...document.querySelectorAll('td,th,p,li,pre,figcaption,h1,h2,h3')]
  const captions = [...document.querySelectorAll('caption')].filter((caption) => {
    const text = document.createRange()
    text.selectNodeContents(caption)
    const { right } = text.getBoundingClientRect()
    return right > caption.closest('.scroll').getBoundingClientRect().right + 1
  })
  const wide = parts.filter((part) => part.scrollWidth > part.clientWidth + 1)
  return [
    ...page,
    ...[...wide, ...captions].map(({ textContent }) => `too wide: ${textContent.slice(0, 80)}`),
  ]
}

/** Texts with a contrast below 4.5, and signs with one below 2.9, as WCAG defines contrast. */
exports.troubleWithColours = function () {
  function luminance(colour) {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => {
      const value = Number(part) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const paper = getComputedStyle(document.body).backgroundColor
  function contrast(colour) {
    const [low, high] = [luminance(colour), luminance(paper)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const text = [...document.querySelectorAll('p,li,td,figcaption,caption,h1')]
    .map((element) => ({ element, found: contrast(getComputedStyle(element).color) }))
    .filter(({ found }) => found < 4.5)
  const signs = [
    ...document.querySelectorAll('svg text, svg [fill^="var(--s"], svg [stroke^="var(--s"]'),
  ]
    .map((element) => {
      const { fill, stroke } = getComputedStyle(element)
      // what stands inside of a bar has the colour of the paper
      return { element, found: fill === paper ? 21 : contrast(fill === 'none' ? stroke : fill) }
    })
    .filter(({ element, found }) => found < (element.tagName === 'text' ? 4.5 : 2.9))
  return [...text, ...signs].map(
    ({ element, found }) => `contrast ${found.toFixed(2)}: ${element.outerHTML.slice(0, 120)}`,
  )
}
