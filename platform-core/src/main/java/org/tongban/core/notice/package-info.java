/** Notices of the platform and of its modules: written by one of staff, published by another (CO-34b). */
@NullMarked
package org.tongban.core.notice;

import org.jspecify.annotations.NullMarked;
