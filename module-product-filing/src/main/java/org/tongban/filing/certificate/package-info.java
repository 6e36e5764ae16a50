/** Certificates and marks of recognised products, and what the public is told by a certificate's number. */
@NullMarked
package org.tongban.filing.certificate;

import org.jspecify.annotations.NullMarked;
