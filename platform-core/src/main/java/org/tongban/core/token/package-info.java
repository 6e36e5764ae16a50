/** Access tokens: signing keys in the database, JWKS, verification with a bounded cache. */
@NullMarked
package org.tongban.core.token;

import org.jspecify.annotations.NullMarked;
