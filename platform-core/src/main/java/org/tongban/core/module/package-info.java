/** What a module is to the platform: its descriptor, its declarations, and the order in which modules start. */
@NullMarked
package org.tongban.core.module;

import org.jspecify.annotations.NullMarked;
