/** The accounts of an organisation's handlers, managed by those who decide in it (ID-19, ID-20). */
@NullMarked
package org.tongban.identity.manage;

import org.jspecify.annotations.NullMarked;
