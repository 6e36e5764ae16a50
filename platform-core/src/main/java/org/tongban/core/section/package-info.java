/** What modules declare of the console: lists of records, what is shown of each and what may be done (CO-47b). */
@NullMarked
package org.tongban.core.section;

import org.jspecify.annotations.NullMarked;
