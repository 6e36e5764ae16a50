/** Another validity of a person's document, looked at by an officer. */
@NullMarked
package org.tongban.identity.renewal;

import org.jspecify.annotations.NullMarked;
