/** Has the outbox sent: claims what is due, holds what may not go out yet, calls providers, and forgets what is long over. */
@NullMarked
package org.tongban.core.message.dispatch;

import org.jspecify.annotations.NullMarked;
