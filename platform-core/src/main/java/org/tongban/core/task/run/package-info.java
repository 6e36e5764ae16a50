/** Runs declared tasks, daily ones for each business date in order, and keeps a log of it. */
@NullMarked
package org.tongban.core.task.run;

import org.jspecify.annotations.NullMarked;
