/** The country's numbers as value types with their check digits, and the folding of text before any check. */
@NullMarked
package org.tongban.core.identifier;

import org.jspecify.annotations.NullMarked;
