/** Messages: templates by module, an outbox row in the transaction that caused it, a dispatcher and providers. */
@NullMarked
package org.tongban.core.message;

import org.jspecify.annotations.NullMarked;
