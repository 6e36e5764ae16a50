/** Whether a node can take requests, and its figures (CO-81). */
@NullMarked
package org.tongban.core.health;

import org.jspecify.annotations.NullMarked;
