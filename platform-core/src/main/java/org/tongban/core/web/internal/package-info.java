/** How requests are checked and answered; not for modules. */
@NullMarked
package org.tongban.core.web.internal;

import org.jspecify.annotations.NullMarked;
