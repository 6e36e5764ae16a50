/** A unit's patents: taken from the registry by name or by number, with their terms. */
@NullMarked
package org.tongban.filing.patent;

import org.jspecify.annotations.NullMarked;
