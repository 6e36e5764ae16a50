/** The pages under {@code docs} that follow from declarations and sources, made as text. */
@NullMarked
package org.tongban.pages;

import org.jspecify.annotations.NullMarked;
