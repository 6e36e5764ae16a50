/** What a node takes from its callers: how many requests a minute, how many at a time, and how slow (CO-84, CO-88). */
@NullMarked
package org.tongban.core.limit;

import org.jspecify.annotations.NullMarked;
