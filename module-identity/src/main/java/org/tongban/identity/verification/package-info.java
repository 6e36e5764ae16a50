/** What officers say of organisations that registered while the registry of businesses was away (CO-75). */
@NullMarked
package org.tongban.identity.verification;

import org.jspecify.annotations.NullMarked;
