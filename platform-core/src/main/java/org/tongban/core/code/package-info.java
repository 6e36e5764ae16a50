/** Codes sent to phones and e-mail addresses, and the proofs that right ones yield (CO-25). */
@NullMarked
package org.tongban.core.code;

import org.jspecify.annotations.NullMarked;
