/** Filing of patent-intensive products: what the module declares, and the events and errors others may meet. */
@NullMarked
package org.tongban.filing;

import org.jspecify.annotations.NullMarked;
