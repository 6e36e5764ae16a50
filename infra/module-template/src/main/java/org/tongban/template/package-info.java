/** What the module declares, and what other modules may use of it. */
@NullMarked
package org.tongban.template;

import org.jspecify.annotations.NullMarked;
