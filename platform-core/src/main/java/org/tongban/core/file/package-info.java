/** Files: streamed to an object store, sniffed against their slot, owned until a record takes them. */
@NullMarked
package org.tongban.core.file;

import org.jspecify.annotations.NullMarked;
