/** Accounts, realms, permissions and staff roles: who signs in and what they may do. */
@NullMarked
package org.tongban.core.account;

import org.jspecify.annotations.NullMarked;
