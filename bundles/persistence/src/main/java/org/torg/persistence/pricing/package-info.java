/** Price lists and VAT rates. */
@NullMarked
package org.torg.persistence.pricing;

import org.jspecify.annotations.NullMarked;
