/** The accounts of an organisation's handlers (ID-12, ID-20). */
@NullMarked
package org.tongban.identity.user;

import org.jspecify.annotations.NullMarked;
