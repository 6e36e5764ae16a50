/** Staff: who works here, with which roles and in which region, as administrators see and change it. */
@NullMarked
package org.tongban.core.staff;

import org.jspecify.annotations.NullMarked;
