/** Signing in: attempts and their limits, sessions and the tokens they give. */
@NullMarked
package org.tongban.core.signin;

import org.jspecify.annotations.NullMarked;
