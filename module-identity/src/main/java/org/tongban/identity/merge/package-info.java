/** Two accounts of one person become one, after an officer has looked at both (ID-44). */
@NullMarked
package org.tongban.identity.merge;

import org.jspecify.annotations.NullMarked;
