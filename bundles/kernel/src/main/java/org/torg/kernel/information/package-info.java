/** What vendors tell their customers, joined with what is true today. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.information;
