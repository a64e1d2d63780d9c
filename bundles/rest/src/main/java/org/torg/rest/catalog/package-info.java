/** Products, categories and imports. */
@NullMarked
package org.torg.rest.catalog;

import org.jspecify.annotations.NullMarked;
