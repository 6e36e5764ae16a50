/** The parts of the console that modules declare, drawn without a page of theirs (CO-47b). */
@NullMarked
package org.tongban.core.console.section;

import org.jspecify.annotations.NullMarked;
