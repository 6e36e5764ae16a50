/** Objections of the public to recognitions, from receipt to result (PF-60 to PF-62). */
@NullMarked
package org.tongban.filing.objection;

import org.jspecify.annotations.NullMarked;
