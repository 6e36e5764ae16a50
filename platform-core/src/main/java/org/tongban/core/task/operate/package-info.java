/** What operators see of tasks, and by what they have one run at once. */
@NullMarked
package org.tongban.core.task.operate;

import org.jspecify.annotations.NullMarked;
