/** What all work that is tried again has in common: how long it waits, and what may go on beside it. */
@NullMarked
package org.tongban.core.retry;

import org.jspecify.annotations.NullMarked;
