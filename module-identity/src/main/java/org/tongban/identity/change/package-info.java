/** Changes of an organisation's name, representative, type and address. */
@NullMarked
package org.tongban.identity.change;

import org.jspecify.annotations.NullMarked;
