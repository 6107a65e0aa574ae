/** The fields of a vendor as they are typed. Terms by our id, the street one line to a line. */
export interface VendorForm {
  name: string;
  companyName: string;
  email: string;
  phone: string;
  termsId: string;
  accountNumber: string;
  nameOnCheck: string;
  street: string;
  city: string;
  state: string;
  postalCode: string;
  country: string;
  /** By name; empty for the company's own. Only a new vendor's can be chosen. */
  currency: string;
}

export const emptyVendor = (name: string): VendorForm => ({
  ...{ name, companyName: "", email: "", phone: "", termsId: "", accountNumber: "", nameOnCheck: "" },
  ...{ street: "", city: "", state: "", postalCode: "", country: "", currency: "" },
});

/** As the commands take it. */
export const vendorInputOf = ({ street, city, state, postalCode, country, ...rest }: VendorForm) => ({
  ...rest,
  address: { street, city, state, postalCode, country },
});
