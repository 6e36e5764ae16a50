/** Units that an officer verifies by their documents, for want of a credit code (ID-25, ID-26). */
@NullMarked
package org.tongban.identity.manual;

import org.jspecify.annotations.NullMarked;
