/** Another phone in the place of one that is lost: asked for with documents, decided by two, effective a day later (CO-24b). */
@NullMarked
package org.tongban.core.lostphone;

import org.jspecify.annotations.NullMarked;
