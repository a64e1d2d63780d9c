/** What is for sale, and how it is imported. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.catalog;
