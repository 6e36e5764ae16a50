/** The way of a request: errors, checks in order, reads and writes with their transaction. */
@NullMarked
package org.tongban.core.web;

import org.jspecify.annotations.NullMarked;
