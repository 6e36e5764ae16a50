/** Bad requests made from the served OpenAPI by the thousand, and the judge of their answers (RL-4). */
@NullMarked
package org.tongban.faults.fuzz;

import org.jspecify.annotations.NullMarked;
