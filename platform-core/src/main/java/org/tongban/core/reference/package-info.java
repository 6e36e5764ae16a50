/** Reference sets: codes with titles, by list and by tree. */
@NullMarked
package org.tongban.core.reference;

import org.jspecify.annotations.NullMarked;
