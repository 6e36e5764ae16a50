/** Natural persons: their registration, their document and their own page. */
@NullMarked
package org.tongban.identity.person;

import org.jspecify.annotations.NullMarked;
