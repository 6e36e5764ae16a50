/** Organisations that sign in by a credential of their own, a certificate or an electronic licence (ID-15). */
@NullMarked
package org.tongban.identity.credential;

import org.jspecify.annotations.NullMarked;
