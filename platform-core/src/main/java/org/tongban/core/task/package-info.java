/** Scheduled tasks and resumable jobs. */
@NullMarked
package org.tongban.core.task;

import org.jspecify.annotations.NullMarked;
