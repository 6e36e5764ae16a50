/** The inner loop of a module's developer: what is saved is compiled at once and handed over to be run (CO-5b). */
@NullMarked
package org.tongban.devloop;

import org.jspecify.annotations.NullMarked;
