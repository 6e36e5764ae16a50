/** Tests of the judge of answers. */
@NullMarked
package org.tongban.faults.fuzz;

import org.jspecify.annotations.NullMarked;
