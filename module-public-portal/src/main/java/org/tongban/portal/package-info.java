/** Pages for the public over the collections that other modules declare; it knows none of them by name. */
@NullMarked
package org.tongban.portal;

import org.jspecify.annotations.NullMarked;
