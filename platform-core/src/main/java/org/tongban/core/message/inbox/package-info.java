/** The inbox of each account: what it was told, whether or not a phone or mailbox could be reached. */
@NullMarked
package org.tongban.core.message.inbox;

import org.jspecify.annotations.NullMarked;
