/** Organisations with an account of their own: their registration and their own page. */
@NullMarked
package org.tongban.identity.organisation;

import org.jspecify.annotations.NullMarked;
