/** Encryption of stored data under the master key, and blind indexes to find it again. */
@NullMarked
package org.tongban.core.crypto;

import org.jspecify.annotations.NullMarked;
