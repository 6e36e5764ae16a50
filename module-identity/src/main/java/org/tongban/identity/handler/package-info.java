/** Which person handles which organisation's business. */
@NullMarked
package org.tongban.identity.handler;

import org.jspecify.annotations.NullMarked;
